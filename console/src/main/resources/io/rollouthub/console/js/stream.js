// The server's notices. A connection that breaks, or falls silent, is opened anew until it is back.

const SILENT_AFTER = 25_000; // the server says something every ten seconds
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5_000;

/**
 * @param hears {open(), lost(), change(changes), clock(clock), connection(connection)}
 */
export function listen(hears) {
  let source;
  let silence;
  let wait = FIRST_WAIT;
  let retry;

  const reopen = () => {
    source?.close();
    clearTimeout(silence);
    clearTimeout(retry);
    hears.lost();
    retry = setTimeout(open, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(reopen, SILENT_AFTER);
  };
  const on = (event, handle) => source.addEventListener(event, (message) => {
    heard();
    handle(JSON.parse(message.data));
  });

  function open() {
    source = new EventSource('/api/stream');
    source.onopen = () => {
      wait = FIRST_WAIT;
      heard();
      hears.open();
    };
    source.onerror = reopen;
    on('change', (data) => hears.change(data.changes));
    on('clock', hears.clock);
    on('connection', hears.connection);
  }

  // A page that is kept for "back" must not hold one of the few connections that a browser opens.
  window.addEventListener('pagehide', () => source?.close());
  window.addEventListener('pageshow', (event) => event.persisted && reopen());
  open();
}
