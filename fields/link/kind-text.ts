/** `www.example.com/x`: a name with a dot in it, and nothing that could be another scheme. */
const BARE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?=[/?#]|$)/i;

/** An address typed without its scheme is one of the web; its letters stay as they are, for a path may mean them so. */
export function linkText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? undefined : BARE.test(text) ? `https://${text}` : text;
}
