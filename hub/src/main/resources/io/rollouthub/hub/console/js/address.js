// Addresses of pages with parameters.

/** The address of one page with other parameters; what is empty is left out. */
export function withQuery(where, changes) {
  const query = new URLSearchParams(where.query);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    [value].flat().filter((one) => one !== null && one !== undefined && one !== '').forEach((one) => query.append(name, one));
  }
  const text = query.toString();
  return where.path + (text ? `?${text}` : '');
}
