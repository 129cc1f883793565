import type { SessionView } from '../../../schemas/generated/api.ts';
import { LinkButton } from '../components/button.tsx';
import { Avatar, postsOf } from '../components/person.tsx';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { shellWords } from '../i18n/shell.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { SignOut } from './sign-out.tsx';
import { ThemeChoice } from './theme-choice.tsx';

export interface AccountMenuProps {
  readonly path: `/${string}`;
  readonly session: SessionView | undefined;
}

/** Who I am, how the product looks and speaks, and the way out. */
export function AccountMenu({ path, session }: AccountMenuProps) {
  const locale = useLocale();
  const words = useWords(shellWords);
  const name = session === undefined ? '' : pick(session.person.name, locale);
  return (
    <>
      <button type="button" className="account-button" popoverTarget="account">
        <Avatar id={session?.person.id ?? ''} name={name} />
        <span className="frame-text" aria-hidden="true">
          {name}
        </span>
        <span className="unseen">{`${name} ${words.account}`}</span>
      </button>
      <div id="account" className="menu" popover="auto">
        {session !== undefined && <Self session={session} />}
        {session !== undefined && <Places session={session} />}
        <fieldset className="stack">
          <legend className="field-label">{words.language}</legend>
          <LanguageChoice path={path} />
        </fieldset>
        <fieldset className="stack">
          <legend className="field-label">{words.theme}</legend>
          <ThemeChoice />
        </fieldset>
        <SignOut />
      </div>
    </>
  );
}

function Self({ session }: { readonly session: SessionView }) {
  const locale = useLocale();
  const words = useWords(shellWords);
  const { person, company } = session;
  const name = pick(person.name, locale);
  const posts = postsOf(person, locale);
  return (
    <div className="self">
      <Avatar id={person.id} name={name} large />
      <div>
        <p>
          <strong>{name}</strong> <span className="soft small mono">{person.id}</span>
        </p>
        <ul className="small soft" aria-label={words.posts}>
          {posts.length === 0 ? <li>{words.noPosts}</li> : posts.map((post) => <li key={post}>{post}</li>)}
          <li>{pick(company, locale)}</li>
        </ul>
      </div>
    </div>
  );
}

/** Pages that are not of every day. */
function Places({ session }: { readonly session: SessionView }) {
  const locale = useLocale();
  const words = useWords(shellWords);
  return (
    <nav className="stack" aria-label={words.account}>
      <LinkButton href={page('/absence/', locale)} icon="calendar" wide>
        {words.absence}
      </LinkButton>
      <LinkButton href={page('/rule-book/', locale)} icon="book" wide>
        {words.ruleBook}
      </LinkButton>
      <LinkButton href={page('/links/', locale)} icon="globe" wide>
        {words.links}
      </LinkButton>
      {session.roles.length > 0 && (
        <LinkButton href={page('/tables/', locale)} icon="grid" wide>
          {words.rules}
        </LinkButton>
      )}
      {session.roles.includes('admin') && (
        <>
          <LinkButton href={page('/hand-over/', locale)} icon="swap" wide>
            {words.handOver}
          </LinkButton>
          <LinkButton href={page('/tokens/', locale)} icon="link" wide>
            {words.tokens}
          </LinkButton>
        </>
      )}
    </nav>
  );
}
