// Which page an address shows.

import {programmePage} from './pages/programme.js';
import {clusterPage} from './pages/cluster.js';
import {milestonePage} from './pages/milestone.js';
import {alertsPage} from './pages/alerts.js';
import {alertPage} from './pages/alert.js';
import {recordPage} from './pages/record.js';
import {rejectedPage} from './pages/rejected.js';
import {systemPage} from './pages/system.js';
import {missingPage} from './pages/missing.js';

const ROUTES = [
  [/^\/$/, programmePage],
  [/^\/clusters\/(?<cluster>[^/]+)$/, clusterPage],
  [/^\/milestones\/(?<cluster>[^/]+)\/(?<milestone>.+)$/, milestonePage],
  [/^\/alerts$/, alertsPage],
  [/^\/alerts\/(?<cluster>[^/]+)\/(?<kind>[^/]+)\/(?<subject>.+)$/, alertPage],
  [/^\/record$/, recordPage],
  [/^\/rejected$/, rejectedPage],
  [/^\/system$/, systemPage],
];

/** The page of an address, and where that is: {page, path, params, query, hash}. */
export function find(url) {
  const path = decode(url.pathname);
  for (const [pattern, page] of ROUTES) {
    const match = pattern.exec(path);
    if (match) {
      return {page, path, params: match.groups ?? {}, query: url.searchParams, hash: decode(url.hash.slice(1))};
    }
  }
  return {page: missingPage, path, params: {}, query: url.searchParams, hash: ''};
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
