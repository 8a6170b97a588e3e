// Addresses of pages with parameters.

/** The address of the page that is shown with other parameters than it has by now; what is empty is left out. */
export function withQuery(where, changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    [value].flat().filter((one) => one !== null && one !== undefined && one !== '').forEach((one) => query.append(name, one));
  }
  const text = query.toString();
  return where.path + (text ? `?${text}` : '');
}
