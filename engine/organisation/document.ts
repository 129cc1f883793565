/** One text per language, or the zh-CN text alone. */
export type Words = string | { readonly 'zh-CN': string; readonly 'zh-TW'?: string; readonly en?: string };

export type PlatformRole = 'admin' | 'auditor';

export type UnitEntry = { readonly title: Words; readonly parent?: string; readonly head?: string };
export type PostEntry = { readonly title: Words };
export type PostSeat = { readonly post: string; readonly unit?: string };
export type PersonEntry = {
  readonly name: Words;
  /** The main post first. */
  readonly posts: readonly PostSeat[];
  readonly manager?: string;
  readonly external?: boolean;
  /** Absent means true. */
  readonly active?: boolean;
};

/** The organisation as written, after it passed `schemas/organisation.schema.json`; maps are keyed by id. */
export type OrganisationDocument = {
  readonly format: 'organisation/v1';
  readonly id: string;
  readonly title: Words;
  readonly zone: string;
  readonly roles: Readonly<Record<PlatformRole, readonly string[]>>;
  readonly units: Readonly<Record<string, UnitEntry>>;
  readonly posts: Readonly<Record<string, PostEntry>>;
  readonly people: Readonly<Record<string, PersonEntry>>;
};
