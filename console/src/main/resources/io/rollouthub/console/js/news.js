// Tells those who cannot see the screen that an alert has opened.

const HOLD = 4_000; // a screen reader is not to be talked over by a busy day

let known = null;
let news = [];
let timer = null;

export function announceNews(place, newest) {
  const ids = newest.map((alert) => `${alert.alertId}#${alert.episode}`);
  if (known) {
    news.push(...newest.filter((alert, i) => alert.state === 'OPEN' && !known.has(ids[i])));
  }
  known = new Set([...(known ?? []), ...ids]);
  if (news.length > 0 && timer === null) {
    timer = setTimeout(() => {
      const [first, ...more] = news.splice(0).sort((a, b) => a.severity.localeCompare(b.severity));
      place.textContent = `New alert, ${first.severity.toLowerCase()}, in ${first.clusterName}: ${first.summary}.`
        + (more.length > 0 ? ` And ${more.length} more.` : '');
      timer = null;
    }, news.length === 1 ? 300 : HOLD);
  }
}
