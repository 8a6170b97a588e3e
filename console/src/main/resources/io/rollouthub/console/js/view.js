// A page is a function of its data. Drawn again, only what differs is changed, in place: so focus, scroll and what
// somebody types stay. All text goes through text nodes; nothing here takes HTML.

const SVG = new Set(['svg', 'path', 'circle', 'line', 'rect', 'g']);

const mounts = [];

/** An element. Children: elements, texts, numbers, lists of them; null and false are left out. */
export function h(tag, props, ...children) {
  return {tag, props: props ?? {}, children: flat(children)};
}

/** Draws into an element what it is to hold now. */
export function render(parent, ...children) {
  const focused = document.activeElement;
  parent.drawn = patch(parent, parent.drawn ?? [], flat(children));
  mounts.splice(0).forEach((node) => node.props.hook.mount?.(node.el)); // now that they are in the document
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({preventScroll: true}); // it was moved
  }
}

function flat(children) {
  const nodes = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  const counts = new Map();
  return nodes.map((child) => {
    const node = typeof child === 'object' ? child : {text: String(child)};
    const kind = node.tag ?? '#';
    const place = counts.get(kind) ?? 0;
    counts.set(kind, place + 1);
    node.key = node.props?.key !== undefined ? `${kind}:${node.props.key}` : `${kind}#${place}`;
    return node;
  });
}

function patch(parent, before, after) {
  const olds = new Map(before.map((node) => [node.key, node]));
  for (const node of after) {
    const old = olds.get(node.key);
    if (old) {
      olds.delete(node.key);
      update(old, node);
    } else {
      create(node);
    }
  }
  olds.forEach((node) => {
    dismiss(node);
    node.el.remove();
  });
  after.forEach((node, place) => {
    const there = parent.childNodes[place] ?? null;
    if (there !== node.el) {
      parent.insertBefore(node.el, there);
    }
  });
  return after;
}

function create(node) {
  if (node.props?.hook) {
    mounts.push(node);
  }
  if (node.text !== undefined) {
    node.el = document.createTextNode(node.text);
    return;
  }
  node.el = SVG.has(node.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', node.tag)
    : document.createElement(node.tag);
  node.children = patch(node.el, [], node.children);
  setProps(node.el, {}, node.props);
}

function update(old, node) {
  node.el = old.el;
  if (node.text !== undefined) {
    if (node.text !== old.text) {
      node.el.data = node.text;
    }
    return;
  }
  node.children = patch(node.el, old.children, node.children);
  setProps(node.el, old.props, node.props);
  node.props.hook?.update?.(node.el);
}

function dismiss(node) {
  node.props?.hook?.unmount?.(node.el);
  node.children?.forEach(dismiss);
}

function setProps(el, before, after) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[name];
    if (name === 'key' || name === 'hook') {
      continue;
    } else if (name.startsWith('on')) {
      el[name] = value ?? null;
    } else if (name === 'vars') {
      // Custom properties, for a style sheet to use: the policy forbids style attributes in markup.
      Object.entries(value ?? {}).forEach(([variable, text]) => el.style.setProperty(variable, text));
    } else if (value === before[name]) {
      continue;
    } else if (name === 'value') {
      if (el !== document.activeElement || el.tagName === 'SELECT') {
        el.value = value;
      }
    } else if (name === 'checked') {
      el.checked = value;
    } else if (value === null || value === undefined || value === false) {
      el.removeAttribute(name);
    } else {
      el.setAttribute(name, value === true ? '' : value);
    }
  }
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

/** A value that lights up for a moment when it changes. */
export function live(value, props) {
  const text = String(value);
  return h('span', {
    ...props,
    hook: {
      mount: (el) => { el.shown = text; },
      update: (el) => {
        if (el.shown !== text) {
          el.shown = text;
          if (!calm.matches) {
            const glow = getComputedStyle(el).getPropertyValue('--glow');
            el.animate([{backgroundColor: glow}, {backgroundColor: 'transparent'}], {duration: 1400, easing: 'ease-out'});
          }
        }
      },
    },
  }, text);
}
