import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP password storage cheat sheet, scrypt row for 16 MiB; the platform refuses N·r·p above 2^20. */
const COST = { log: 14, r: 8, p: 5 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const PHC = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
/** Each takes 16 MiB and a fifth of a second of an isolate that has 128 MiB and one thread. */
const MAX_IN_FLIGHT = 2;

type Cost = { readonly log: number; readonly r: number; readonly p: number };
let inFlight = 0;

/** The password is hashed as typed: unnormalised, untrimmed (ASVS 6.2.8). */
export async function hashPassword(password: string, salt: Uint8Array = randomBytes(SALT_BYTES)): Promise<string> {
  const key = await derive(password, salt, COST);
  return `$scrypt$ln=${COST.log},r=${COST.r},p=${COST.p}$${base64(salt)}$${base64(key)}`;
}

/**
 * Whether the password is the one of the account; as slow for an account that does not exist.
 *
 * @param stored a PHC string; undefined, or anything else, for an account that nobody can sign in to.
 * @returns 'busy' without looking when too many are being verified already.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean | 'busy'> {
  if (inFlight >= MAX_IN_FLIGHT) return 'busy';
  inFlight += 1;
  try {
    const parts = PHC.exec(stored ?? '');
    const [, log, r, p, salt = '', expected = ''] = parts ?? PHC.exec(NOBODY) ?? [];
    const key = await derive(password, bytes(salt), { log: Number(log), r: Number(r), p: Number(p) });
    return timingSafeEqual(key, bytes(expected)) && parts !== null;
  } finally {
    inFlight -= 1;
  }
}

const base64 = (value: Uint8Array) => Buffer.from(value).toString('base64').replaceAll('=', '');
const bytes = (text: string) => Buffer.from(text, 'base64');

/** A hash that no password is known for: a salt and a key of zeros. */
const NOBODY = [
  '',
  'scrypt',
  `ln=${COST.log},r=${COST.r},p=${COST.p}`,
  base64(new Uint8Array(SALT_BYTES)),
  base64(new Uint8Array(KEY_BYTES)),
].join('$');

/** Waits a turn first: the derivation blocks the thread, and others must be able to see that it is taken. */
async function derive(password: string, salt: Uint8Array, { log, r, p }: Cost): Promise<Buffer> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, { N: 2 ** log, r, p }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
