/** The entry of a record under a name from outside; what every object inherits, such as `toString`, is no entry. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
