import {h} from '../view.js';

/** For an address that is none. */
export const missingPage = {
  title: () => 'No such page',
  load: async () => ({}),
  concerns: () => false,
  view: (data, where) => h('section', {class: 'empty-page'},
    h('h1', null, 'There is no such page'),
    h('p', null, 'Nothing is at ', h('code', null, where.path), '.'),
    h('p', null, h('a', {href: '/'}, 'Go to the programme'))),
};
