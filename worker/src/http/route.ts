import type { Instant } from '#engine';
import type { Api } from '../../../schemas/generated/api.ts';
import type { Profile } from '../profile.ts';
import type { Store } from '../store/database.ts';
import type { Ticket } from '../store/visit.ts';
import type { Body, BodyName } from './checks.ts';
import type { ProblemCode } from './problem.ts';

/** Pattern of an Idempotency-Key: 8 to 128 printable ASCII characters without spaces. */
export const IDEMPOTENCY_KEY = '^[\\x21-\\x7e]{8,128}$';

/** A query parameter: JSON Schema of its text. */
export type Parameter = {
  readonly required?: true;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
};

/** What a handler works with: everything of the request that was already checked, and what it may use. */
export type Call<Name extends BodyName | undefined = BodyName | undefined> = {
  readonly request: Request;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Name extends BodyName ? Body<Name> : undefined;
  /** Its token is empty when nobody is signed in. */
  readonly ticket: Ticket;
  readonly now: Instant;
  readonly store: Store;
  readonly files: R2Bucket;
  readonly profile: Profile;
};

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: `/api/${string}`;
  /** public: anybody; person: whoever is signed in, and `authorize` judges the object. */
  readonly access: 'public' | 'person';
  /** Machines come in by a start token (`Authorization: Bearer`) instead of a session. */
  readonly machines?: true;
  /** Carried out once for each Idempotency-Key. */
  readonly command?: true;
  readonly query?: Readonly<Record<string, Parameter>>;
  readonly body?: BodyName;
  /** Most bytes of a body that is not JSON. */
  readonly rawBody?: number;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    readonly schema?: keyof Api;
    readonly type?: string;
    /** What comes instead, with the same schema, when it was put aside. */
    readonly aside?: 202;
  };
  /** The codes it can refuse with, beyond those every route of its kind can. */
  readonly refuses?: readonly ProblemCode[];
  // A method, so that a handler may ask for the body type its route declares.
  handle(call: Call): Promise<Response>;
};

type RouteFor<Name extends BodyName | undefined> = Omit<Route, 'handle' | 'body'> & {
  readonly body?: Name;
  handle(call: Call<Name>): Promise<Response>;
};

/** A route whose handler gets the body that its `body` names. */
export const route = <Name extends BodyName | undefined = undefined>(spec: RouteFor<Name>): Route => spec as Route;

export const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init);
