// Tells those who cannot see the screen that an alert has opened.

const HOLD = 4_000; // a screen reader is not to be talked over by a busy day

/** Given the newest alerts again and again, it says what is new. say(sentence) */
export function newsReader(say) {
  let known = null;
  let news = [];
  let timer = null;

  const tell = () => {
    const [first, ...more] = news.sort((a, b) => a.severity.localeCompare(b.severity));
    const others = more.length > 0 ? ` And ${more.length} more.` : '';
    say(`New alert, ${first.severity.toLowerCase()}, in ${first.clusterName}: ${first.summary}.${others}`);
    news = [];
    timer = null;
  };

  return (newest) => {
    const ids = newest.map((alert) => `${alert.alertId}#${alert.episode}`);
    if (known) {
      news.push(...newest.filter((alert, i) => alert.state === 'OPEN' && !known.has(ids[i])));
    }
    known = new Set([...(known ?? []), ...ids]);
    if (news.length > 0) {
      timer ??= setTimeout(tell, news.length === 1 ? 300 : HOLD);
    }
  };
}
