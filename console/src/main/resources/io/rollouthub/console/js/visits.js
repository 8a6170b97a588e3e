// Going from page to page: which one is asked for, which one is shown, and how that stays up to date.

import {paced} from './paced.js';
import {find} from './router.js';

const BUSY_AFTER = 150; // milliseconds until a reader is told to wait
const AGAIN_AFTER = 1000;

/**
 * Visits of pages, shown in an element.
 *
 * @param draw is called when something else is to be shown
 */
export function visits(main, draw) {
  let shown = {}; // {where, and data or error}
  let asked = 0; // the newest asking; older answers are dropped
  let going = Promise.resolve(); // the way to what somebody has asked for
  let visited = 0;

  /** Shows another address. keep: the same page with other parameters, so focus and scroll stay. */
  async function navigate(address, {keep = false, back = null} = {}) {
    const url = new URL(address, location.href);
    if (back === null) {
      history.replaceState({...history.state, scroll: window.scrollY}, '');
      history[keep ? 'replaceState' : 'pushState']({scroll: 0}, '', url);
    }
    going = show(find(url), keep);
    await going;
    if (!keep) {
      arrive(back ?? 0);
    }
  }

  /** Where a reader of a new page begins. */
  function arrive(scroll) {
    const hash = shown.where?.hash;
    const target = hash ? document.getElementById(hash) : null;
    if (target) {
      target.scrollIntoView({block: 'center'});
      target.focus({preventScroll: true});
      return;
    }
    window.scrollTo(0, scroll);
    if (visited++ > 0) { // the first page is read from its top, the way past the navigation included
      main.focus({preventScroll: true});
    }
  }

  async function show(where, keep) {
    const mine = ++asked;
    const waiting = setTimeout(() => main.setAttribute('aria-busy', 'true'), BUSY_AFTER);
    const answer = await where.page.load(where).then((data) => ({where, data}), (error) => ({where, error}));
    clearTimeout(waiting);
    if (mine !== asked) {
      return;
    }
    main.removeAttribute('aria-busy');
    const status = answer.error?.status;
    if (keep && shown.data && (status === 0 || status >= 500)) {
      return; // what was known last stays while the server is away
    }
    shown = answer;
    if (status === 0 || status === 503) {
      setTimeout(() => shown === answer && refresh(), AGAIN_AFTER);
    }
    draw();
  }

  /** Asks anew for the page that is shown, but not while somebody is on the way to another: that must not lose against it. */
  const refresh = paced(async () => {
    for (let way = null; way !== going;) {
      way = going;
      await way.catch(() => null); // whoever went there has been told
    }
    if (shown.where) {
      await show(shown.where, true);
    }
  });

  history.scrollRestoration = 'manual';
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link && staysHere(event, link)) {
      event.preventDefault();
      navigate(link.href);
    }
  });
  window.addEventListener('popstate', ({state}) => {
    const {path, query} = find(new URL(location.href));
    if (path !== shown.where?.path || `${query}` !== `${shown.where.query}`) { // else another place in the same page
      navigate(location.href, {back: state?.scroll ?? 0});
    }
  });

  return {navigate, refresh, shown: () => shown};
}

/** Whether a click on a link leads to another page of the console, in this window. */
function staysHere(event, link) {
  const plain = event.button === 0 && !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const page = link.origin === location.origin && !link.target && !link.pathname.startsWith('/api');
  const within = link.hash && link.pathname === location.pathname && link.search === location.search;
  return plain && page && !within;
}
