// What a page would show, without a browser: components are asked what they draw, elements are looked for by their tag.

/** All elements of what was written as htm, components drawn, outer ones first. */
export function* elements(node) {
  if (Array.isArray(node)) {
    for (const child of node) {
      yield* elements(child);
    }
  } else if (typeof node?.type === 'function') {
    yield* elements(new node.type(node.props).render(node.props));
  } else if (node?.type) {
    yield node;
    yield* elements(node.props.children);
  }
}

/** What can be read there. */
export function text(node) {
  if (Array.isArray(node)) {
    return node.map(text).join('');
  }
  if (typeof node?.type === 'function') {
    return text(new node.type(node.props).render(node.props));
  }
  return node?.type ? text(node.props.children) : ['string', 'number'].includes(typeof node) ? String(node) : '';
}

/** The elements with a tag, and with a class if one is named. */
export const all = (node, tag, name = '') =>
  [...elements(node)].filter(({type, props}) => type === tag && (!name || props.class?.split(' ').includes(name)));

/** The colours' names instead of colours. */
export function nameColours() {
  globalThis.document = {documentElement: null};
  globalThis.getComputedStyle = () => ({getPropertyValue: (name) => name});
}
