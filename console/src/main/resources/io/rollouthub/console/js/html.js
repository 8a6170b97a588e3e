// How pages are drawn: written as htm, kept in the document by Preact. Drawn again, only what differs is changed, in place: so
// focus, scroll and what somebody types stay. All text goes through text nodes.

import htm from '../vendor/htm.js';
import {Component, render as draw, h} from '../vendor/preact.js';

export {Component};

export const html = htm.bind(h);

/** Draws into an element what it is to hold now. */
export function render(content, parent) {
  const focused = document.activeElement;
  draw(content, parent);
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({preventScroll: true}); // it was moved
  }
}

class Live extends Component {
  componentDidUpdate({text}) {
    if (text !== this.props.text && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const glow = getComputedStyle(this.base).getPropertyValue('--glow');
      this.base.animate([{backgroundColor: glow}, {backgroundColor: 'transparent'}], {duration: 1400, easing: 'ease-out'});
    }
  }

  render({text}) {
    return html`<span>${text}</span>`;
  }
}

/** A value that lights up for a moment when it changes. */
export const live = (value) => html`<${Live} text=${String(value)}/>`;
