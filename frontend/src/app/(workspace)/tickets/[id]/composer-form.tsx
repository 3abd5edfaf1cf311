'use client';

import type { MessageKind } from '@kontor/contracts/tickets';
import { AttachmentField } from '../../../../components/files/attachment-field.tsx';
import type { FileRules } from '../../../../components/files/file-rules.ts';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import type { FormAction } from '../../../../lib/action-result.ts';
import { ComposerText } from './composer-text.tsx';
import { forgetDraft } from './draft.ts';
import classes from './composer.module.css';

interface ComposerFormProps {
  kind: MessageKind;
  action: FormAction;
  ticketId: string;
  tenant: string;
  maxLength: number;
  label: string;
  placeholder: string;
  send: string;
  traceLabel: string;
  files: FileRules;
}

export function ComposerForm({ kind, action, ticketId, tenant, maxLength, label, placeholder, send, traceLabel, files }: ComposerFormProps) {
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
        <ComposerText label={label} placeholder={placeholder} maxLength={maxLength} draft={draft} />
        <div className={classes.send}>
          <AttachmentField tenant={tenant} {...files} />
          <SubmitButton variant="default" shortcutLabel="Ctrl ↵">
            {send}
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
