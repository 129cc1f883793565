import { Icon } from '../components/icon.tsx';
import { Avatar, postsOf } from '../components/person.tsx';
import { pick } from '../i18n/locale.ts';
import { signInWords } from '../i18n/sign-in.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { DemoHint } from './demo-hint.ts';

export interface DemoPeopleProps {
  readonly hint: DemoHint;
  readonly busy: boolean;
  readonly onChoose: (person: string) => void;
}

export function DemoPeople({ hint, busy, onChoose }: DemoPeopleProps) {
  const locale = useLocale();
  const words = useWords(signInWords);
  return (
    <section className="card entrance-card stack" aria-labelledby="demo">
      <div>
        <h2 id="demo">{words.demo}</h2>
        <p className="small soft">{words.demoHint}</p>
      </div>
      <ul className="demo-people">
        {hint.people.map((person) => {
          const name = pick(person.name, locale);
          return (
            <li key={person.id}>
              <button type="button" disabled={busy} onClick={() => onChoose(person.id)}>
                <Avatar id={person.id} name={name} />
                <span className="demo-person">
                  <span className="unseen">{words.enterAs(name)}</span>
                  <span aria-hidden="true">
                    {name} <span className="soft small mono">{person.id}</span>
                  </span>
                  <span className="soft small">{postsOf(person, locale)[0]}</span>
                </span>
                <Icon name="right" size={18} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
