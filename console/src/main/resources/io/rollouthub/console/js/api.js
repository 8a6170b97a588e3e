// Asks the console's server for JSON. The browser's own cache answers what has not changed (ETag).

/** What the server refused, or that it cannot be reached; its message is for people. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export async function get(path, query) {
  const text = query?.toString();
  let answer;
  try {
    answer = await fetch(`/api${encodeURI(path)}${text ? `?${text}` : ''}`, {headers: {Accept: 'application/json'}});
  } catch {
    throw new ApiError(0, 'The console cannot be reached.');
  }
  if (answer.ok) {
    return answer.json();
  }
  const problem = await answer.json().catch(() => null);
  throw new ApiError(answer.status, problem?.error ?? `The console answered ${answer.status}.`);
}
