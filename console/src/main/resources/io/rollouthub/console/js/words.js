// How values are written for people: the words of the glossary, dates in the programme's zone.

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NOTHING = '–';

/** How a milestone does, the worst first. */
export const COURSE = {
  MISSED: 'Missed', AT_RISK: 'At risk', SLIPPING: 'Slipping', ON_TRACK: 'On track', MET_LATE: 'Met late', MET: 'Met',
  WITHDRAWN: 'Withdrawn',
};
export const KIND = {GO_LIVE: 'Go-live', RELEASE: 'Release', COMMITMENT: 'Commitment', UNKNOWN: 'Unknown'};
export const SEVERITY = {CRITICAL: 'Critical', WARNING: 'Warning', UNKNOWN: 'Unknown'};
export const ALERT_KIND = {
  MILESTONE_MISSED: 'Milestone missed',
  MILESTONE_AT_RISK: 'Milestone at risk',
  DATE_SLIPPING: 'Date slipping',
  SUPPLIER_SILENT: 'Supplier silent',
  UNKNOWN: 'Unknown',
};
export const RESOLUTION = {
  MET: 'met', MET_LATE: 'met late', REPORTED_LATE: 'reported late', REPLANNED: 'replanned', ESCALATED: 'escalated',
  RECOVERED: 'recovered', REPORTED: 'reported', NOTHING_DUE: 'nothing due', WITHDRAWN: 'withdrawn', UNKNOWN: 'unknown',
};

/** The symbols that there are, with their words. */
export const known = (words) => Object.entries(words).filter(([symbol]) => symbol !== 'UNKNOWN');

let zone = 'UTC';

/** The programme's zone, in which instants are written from now on. */
export function useZone(name) {
  zone = name;
}

/** A symbol such as MET_LATE in words; one that a newer hub has, as it came. */
export const word = (words, symbol) => words[symbol] ?? symbol ?? NOTHING;

/** 2006-10 as "Oct 2006". */
export const month = (iso) => `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

/** 2006-10-31 as "31 Oct 2006". */
export const date = (iso) => (iso ? `${Number(iso.slice(8))} ${month(iso)}` : NOTHING);

/** A sentence of the hub's, its dates as everywhere here. */
export const prose = (text) => text
  ?.replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, instant)
  .replace(/\b\d{4}-\d{2}-\d{2}\b(?!T)/g, date)
  .replace(/(\d) %/g, '$1\u00a0%');

/** A sentence begins with a capital. */
export const capital = (text) => (text ? text.charAt(0).toUpperCase() + text.slice(1) : NOTHING);

/** An instant in the programme's zone as "2006-11-01 00:00", which is how Swedes write it. */
const local = (iso) => new Date(iso).toLocaleString('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'short'});

/** The short name of the programme's zone at an instant: GMT in winter, BST in summer. */
const zoneName = (iso) => new Intl.DateTimeFormat('en-GB', {timeZone: zone, timeZoneName: 'short'}).formatToParts(new Date(iso))
  .find(({type}) => type === 'timeZoneName').value;

/** An instant as "1 Nov 2006, 00:00 GMT" in the programme's zone. */
export function instant(iso) {
  const [day, time] = iso ? local(iso).split(' ') : [];
  return iso ? `${date(day)}, ${time}\u00a0${zoneName(iso)}` : NOTHING;
}

/** The civil date of an instant. */
export const dayOf = (iso) => (iso ? local(iso).slice(0, 10) : null);

/** Days since 1970 of a civil date, and back. */
export const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
export const dayText = (number) => new Date(number * DAY).toISOString().slice(0, 10);

export const number = (value, digits = 0) => (value == null
  ? NOTHING
  : value.toLocaleString('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits}));

/** With its sign; minus as a minus. */
export const signed = (value, digits = 0) => (value == null
  ? NOTHING
  : (value > 0 ? '+' : value < 0 ? '−' : '') + number(Math.abs(value), digits));

/** 0.375 as "38 %". */
export const percent = (share) => (share == null ? NOTHING : `${number(share * 100)}\u00a0%`);

/** A probability: never "0 %" or "100 %" for what is possible. */
export const probability = (share) => (share == null ? NOTHING
  : share < 0.001 ? 'below 0.1\u00a0%'
    : share > 0.999 ? 'above 99.9\u00a0%'
      : `${number(share * 100, share < 0.1 ? 1 : 0)}\u00a0%`);

/** Seconds as "3 h 20 min". */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 120) {
    return `${whole} s`;
  }
  const minutes = Math.floor(whole / 60);
  if (minutes < 120) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

/** "1 alert", "2 alerts". */
export const count = (many, one) => `${number(many)} ${one}${many === 1 ? '' : 's'}`;

/** ", and 2 that never were" of sites that went live without a plan. */
export const unplanned = ({liveUnplanned: many}) => (many === 0 ? '' : `, and ${number(many)} that never ${many === 1 ? 'was' : 'were'}`);

/** "896,000,000.00 GBP"; text, as the cents of large amounts do not fit a number. */
export function money(value, currency) {
  if (value == null) {
    return NOTHING;
  }
  const [whole, cents] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${cents && cents !== '00' ? `.${cents}` : ''} ${currency ?? ''}`.trim();
}
