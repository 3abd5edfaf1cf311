'use client';

import type { MessageKind } from '@kontor/contracts/tickets';
import { AttachmentField } from '../../../../components/files/attachment-field.tsx';
import type { FileRules } from '../../../../components/files/file-rules.ts';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import type { FormAction } from '../../../../lib/action-result.ts';
import { CannedAnswers } from './canned-answers.tsx';
import { ComposerText } from './composer-text.tsx';
import { Crossing, type CrossingWords, type RecentMessage } from './crossing.tsx';
import { forgetDraft } from './draft.ts';
import type { Mentionable, OfferedAnswer } from './suggestions.ts';
import classes from './composer.module.css';

interface ComposerFormProps {
  kind: MessageKind;
  action: FormAction;
  ticketId: string;
  tenant: string;
  userId: string;
  lastMessageId: string | null;
  recent: readonly RecentMessage[];
  people: readonly Mentionable[];
  answers: readonly OfferedAnswer[];
  maxLength: number;
  label: string;
  placeholder: string;
  send: string;
  traceLabel: string;
  files: FileRules;
  words: CrossingWords & Record<'answers' | 'chooseAnswer' | 'insert' | 'suggestions', string>;
}

export function ComposerForm({ kind, action, ticketId, tenant, userId, lastMessageId, recent, people, answers, maxLength, label, placeholder, send, traceLabel, files, words }: ComposerFormProps) {
  const draft = `${ticketId}:${kind}`;
  return (
    <div data-kind={kind} className={classes.pane}>
      <ActionForm
        action={action}
        tenant={tenant}
        hidden={{ id: ticketId }}
        className={classes.form}
        traceLabel={traceLabel}
        label={label}
        plainAddress={`/tickets/${ticketId}?files`}
        onDone={() => forgetDraft(draft)}
      >
        <Crossing userId={userId} lastMessageId={lastMessageId} recent={recent} words={words} />
        <div className={classes.box}>
          <ComposerText
            label={label}
            placeholder={placeholder}
            maxLength={maxLength}
            draft={draft}
            ticketId={ticketId}
            tenant={tenant}
            people={people}
            answers={answers}
            suggestions={words.suggestions}
          />
          <div className={classes.send}>
            <AttachmentField tenant={tenant} {...files} />
            {answers.length > 0 && <CannedAnswers answers={answers} words={words} />}
            <SubmitButton shortcutLabel="Ctrl ↵">
              {send}
            </SubmitButton>
          </div>
        </div>
      </ActionForm>
    </div>
  );
}
