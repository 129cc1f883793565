/** Names this build. */
declare const BUILD: string;
/** Every page and file of this build, as addresses. */
declare const FILES: readonly string[];
