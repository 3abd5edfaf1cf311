'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { VersionField } from '../../../../components/form/version-field.tsx';
import { updateTicket } from './actions.ts';
import classes from './ticket.module.css';

interface SubjectFormProps {
  ticketId: string;
  version: number;
  tenant: string;
  traceLabel: string;
  done: string;
  children: ReactNode;
}

/** Goes back to the plain heading once the subject is saved. */
export function SubjectForm({ ticketId, version, children, ...form }: SubjectFormProps) {
  const router = useRouter();
  return (
    <ActionForm
      action={updateTicket}
      hidden={{ id: ticketId }}
      className={classes.subjectForm}
      onDone={() => router.replace(`/tickets/${ticketId}`)}
      {...form}
    >
      <VersionField version={version} />
      {children}
    </ActionForm>
  );
}
