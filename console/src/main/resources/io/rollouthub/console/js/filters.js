// What somebody asks of a list. The address keeps it, and the server answers it, a page at a time.

import {html} from './html.js';
import {count} from './words.js';

/** The address of a page with other parameters than the browser shows by now; what is empty is left out. */
export function withQuery({path}, changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    [value].flat().filter((one) => one !== null && one !== '').forEach((one) => query.append(name, one));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** How to ask otherwise: go(changes of parameters), and a choice of one of [value, name] for a parameter. */
export function filters(where, navigate) {
  const go = (changes) => navigate(withQuery(where, {page: null, ...changes}), {keep: true});
  const choice = (name, parameter, all, options) => html`<label class="choice">
    <span>${name}</span>
    <select value=${where.query.get(parameter) ?? ''} onchange=${(event) => go({[parameter]: event.target.value})}>
      ${[['', all], ...options].map(([value, text]) => html`<option key=${value} value=${value}>${text}</option>`)}
    </select>
  </label>`;
  return {go, choice};
}

/** Page 2 of 9, with the way to the others. */
export function pager({page, pages, total}, where) {
  const to = (number, text) => (number >= 1 && number <= pages && number !== page
    ? html`<a class="button" href=${withQuery(where, {page: number})}>${text}</a>`
    : html`<span class="button off" aria-disabled="true">${text}</span>`);
  return pages > 1 && html`<nav class="pager" aria-label="Further pages">
    ${to(page - 1, 'Previous')}
    <span>Page ${page} of ${pages}, ${count(total, 'row')}</span>
    ${to(page + 1, 'Next')}
  </nav>`;
}
