// What is not well with the hub, as its process tells whoever probes it.

/** What the page shows already in other words, and what is so at every start. */
const SHOWN_ELSEWHERE = new Set(['kafka', 'clock', 'instance', 'gate', 'ledger']);

/** Its checks that are not well; none where nobody answers. */
export async function unwell() {
  const answer = await fetch('/health', {headers: {Accept: 'application/json'}}).catch(() => null);
  const body = answer?.ok ? await answer.json().catch(() => null) : null;
  return (body?.checks ?? []).filter(({check, ok}) => !ok && !SHOWN_ELSEWHERE.has(check));
}

/** For people; where others may look the words are left out. */
export const inWords = (checks) => checks.map(({check, detail, remedy}) => [detail ? `${check}: ${detail}.` : `${check}.`, remedy]
  .filter(Boolean).join(' ')).join(' ');
