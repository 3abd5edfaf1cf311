'use client';

import { useActionState, useEffect, useRef, useState, type ReactNode } from 'react';
import type { ActionResult, FormAction } from '../../lib/action-result.ts';
import { FormMessage } from './form-message.tsx';
import { FormStateContext } from './form-state.ts';

interface ActionFormProps {
  action: FormAction;
  /** The tenant that the page was rendered for; only forms that belong to no workspace leave it out. */
  tenant?: string;
  /** Values that the form sends beside its fields. */
  hidden?: Record<string, string>;
  /** Said when it worked; nothing by default, since the page itself shows it. */
  done?: string;
  /** Words beside the trace id of an error. */
  traceLabel: string;
  label?: string;
  className?: string | undefined;
  id?: string;
  /** Where it goes without JavaScript, when that is not the page's own address. */
  plainAddress?: string;
  onDone?: () => void;
  children: ReactNode;
}

/** The one form: works before and without JavaScript, keeps what was typed when refused, says what to do. */
export function ActionForm({ action, tenant, hidden = {}, done, traceLabel, label, className, id, plainAddress, onDone, children }: ActionFormProps) {
  const [result, submit, pending] = useActionState<ActionResult | null, FormData>(action, null, plainAddress);
  // Another tab may switch the workspace and this page be rendered anew: what is being typed still belongs to the first.
  const [renderedFor] = useState(tenant);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (result?.success) onDone?.();
    else if (result) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    // Only a new result is news, whatever callback the parent passes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [result]);

  return (
    <form
      ref={form}
      id={id}
      action={submit}
      // A second press while the first is on its way would send it twice.
      onSubmit={(event) => pending && event.preventDefault()}
      className={className}
      aria-label={label}
      aria-busy={pending}
      noValidate
    >
      {renderedFor !== undefined && <input type="hidden" name="tenant" value={renderedFor} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormStateContext value={{ result, pending }}>
        {children}
        <FormMessage done={done} traceLabel={traceLabel} />
      </FormStateContext>
    </form>
  );
}
