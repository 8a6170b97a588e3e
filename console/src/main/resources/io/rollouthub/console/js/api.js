// Asks the console's server for JSON. The browser's own cache answers what has not changed (ETag).

/** What the server would not answer; status is 0 if it cannot be reached. Its message is for people. */
class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export async function get(path, query = '') {
  const answer = await fetch(`/api${encodeURI(path)}${query.toString() && `?${query}`}`, {headers: {Accept: 'application/json'}})
    .catch(() => null);
  const body = await answer?.json().catch(() => null);
  if (answer?.ok && body) {
    return body;
  }
  throw answer && !answer.ok
    ? new ApiError(answer.status, body?.error ?? `The console answered ${answer.status}.`)
    : new ApiError(0, 'The console cannot be reached.');
}
