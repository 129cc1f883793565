import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, proverOf } from '#engine';

/** What a public form was opened with: for which link, when, and how much work it asks for. */
type Ticket = { readonly link: string; readonly at: number; readonly nonce: string; readonly bits: number };
export type BadTicket = 'forged' | 'expired' | 'too-soon' | 'unsolved';

/** Nobody fills in a form faster. */
export const LEAST_FILL_MS = 3000;
const LONGEST_FILL_MS = 12 * 3_600_000;

/** Work asked for by how many were received in the last hour: 16 to 18 zero bits, a fraction of a second to a few. */
export const bitsFor = (received: number): number => (received >= 100 ? 18 : received >= 50 ? 17 : 16);

const mac = (payload: string, secret: string): Buffer => createHmac('sha256', secret).update(payload).digest();

export function writeTicket({ link, at, nonce, bits }: Ticket, secret: string): string {
  const payload = [link, at, nonce, bits].join('.');
  return `${payload}.${mac(payload, secret).toString('base64url')}`;
}

/** The ticket of this link, when it is ours, neither too fresh nor too old, and was worked for. */
export function readTicket(
  text: string,
  {
    link,
    solution,
    secret,
    now,
  }: { readonly link: string; readonly solution: string; readonly secret: string; readonly now: Instant },
): Ticket | BadTicket {
  const cut = text.lastIndexOf('.');
  const [of = '', at, nonce = '', bits] = text.slice(0, cut).split('.');
  const given = Buffer.from(text.slice(cut + 1), 'base64url');
  const own = mac(text.slice(0, cut), secret);
  if (cut < 0 || given.length !== own.length || !timingSafeEqual(given, own) || of !== link) return 'forged';
  const ticket = { link: of, at: Number(at), nonce, bits: Number(bits) };
  const age = Date.parse(now) - ticket.at;
  if (age > LONGEST_FILL_MS) return 'expired';
  if (age < LEAST_FILL_MS) return 'too-soon';
  return proverOf(text, ticket.bits)(solution) ? ticket : 'unsolved';
}

/** Until when a ticket that was used has to be remembered. */
export const ticketEnd = ({ at }: Ticket): Instant => new Date(at + LONGEST_FILL_MS).toISOString() as Instant;
