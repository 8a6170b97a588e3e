import {html} from '../html.js';

/** For an address that is none. */
export const missingPage = {
  title: () => 'No such page',
  load: async () => ({}),
  concerns: () => false,
  view: (data, where) => html`<section class="empty-page">
    <h1>There is no such page</h1>
    <p>Nothing is at <code>${where.path}</code>.</p>
    <p><a href="/">Go to the programme</a></p>
  </section>`,
};
