/* Generated from ../organisation.schema.json by `npm run generate`: change the schema instead. */
import type { Id, TimeZone, Words } from './common.ts';
export type { Id, TimeZone, Words } from './common.ts';

/**
 * @minItems 1
 */
export type PostList = Id[];
/**
 * Posts held, the main one first.
 *
 * @minItems 1
 */
export type PostSeats = PostSeat[];

/**
 * Who there is: units, posts, people and the posts that hold platform roles. The zone is the one time zone of the workspace.
 */
export interface OrganisationDocument {
  format: 'organisation/v1';
  id: Id;
  title: Words;
  zone: TimeZone;
  roles: RolePosts;
  units: Units;
  posts: Posts;
  people: People;
}
/**
 * Posts whose holders administer the platform (admin), or read everything and write nothing (auditor).
 */
export interface RolePosts {
  admin: PostList;
  auditor: PostList;
}
/**
 * Every unit by its id.
 */
export interface Units {
  [k: string]: Unit;
}
/**
 * parent: the unit above, which only the topmost lacks. head: the person who leads it; without one the head is found from the managers of its members, then above.
 */
export interface Unit {
  title: Words;
  parent?: Id;
  head?: Id;
}
/**
 * Every post by its id; a post may have several holders.
 */
export interface Posts {
  [k: string]: Post;
}
export interface Post {
  title: Words;
}
/**
 * Every person by the id used to sign in.
 */
export interface People {
  [k: string]: Person;
}
/**
 * manager: the line manager, whom only the topmost person lacks.
 */
export interface Person {
  name: Words;
  posts: PostSeats;
  manager?: Id;
  /**
   * true: an outside party that takes part by link and never signs in.
   */
  external?: boolean;
  /**
   * false: has left; keeps its place in old records and is never chosen again.
   */
  active?: boolean;
}
/**
 * A post held in a unit; outside parties hold theirs in none.
 */
export interface PostSeat {
  post: Id;
  unit?: Id;
}
