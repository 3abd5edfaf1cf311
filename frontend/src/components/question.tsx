import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormAction } from '../lib/action-result.ts';
import { ActionForm } from './form/action-form.tsx';
import { SubmitButton } from './form/submit-button.tsx';
import { LinkButton } from './link-button.tsx';
import page from './page.module.css';
import classes from './question.module.css';

/** A question before something is done; a page of its own, or in a dialog. */
export function Question({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className={classes.question}>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {children}
    </section>
  );
}

interface ConfirmProps {
  action: FormAction;
  tenant: string;
  hidden?: Record<string, string>;
  /** What is done, on the button. */
  confirm: string;
  /** The way back. */
  cancel: { href: string; label: string };
  label?: string;
  /** Fields, where the answer needs some. */
  children?: ReactNode;
}

/** The answer to a question of what cannot easily be taken back. */
export function Confirm({ confirm, cancel, children, ...form }: ConfirmProps) {
  const error = useTranslations('errors');
  return (
    <ActionForm {...form} className={page.fields} traceLabel={error('trace')}>
      {children}
      <div className={page.buttons}>
        <SubmitButton variant="danger">{confirm}</SubmitButton>
        <LinkButton href={cancel.href}>{cancel.label}</LinkButton>
      </div>
    </ActionForm>
  );
}
