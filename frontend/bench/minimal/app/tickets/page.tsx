import { cookies } from 'next/headers';

interface Ticket {
  id: string;
  number: number;
  subject: string;
  preview: string | null;
  status: string;
  priority: string;
  requester: { name: string } | null;
  assignee: { name: string } | null;
  updatedAt: string;
}

/** What is left of a list of tickets without its shell, its filters, its words in two languages and its components. */
export default async function Page() {
  const authorization = `Bearer ${(await cookies()).get('kontor')?.value}`;
  const answer = await fetch(`${process.env.KONTOR_API_URL}/api/v1/tickets?limit=25`, { headers: { authorization } });
  const { items } = (await answer.json()) as { items: Ticket[] };
  return (
    <table>
      <tbody>
        {items.map((ticket) => (
          <tr key={ticket.id}>
            <td>{ticket.number}</td>
            <td>
              <a href={`/tickets/${ticket.id}`}>{ticket.subject}</a> {ticket.preview}
            </td>
            <td>{ticket.status}</td>
            <td>{ticket.priority}</td>
            <td>{ticket.requester?.name}</td>
            <td>{ticket.assignee?.name}</td>
            <td>{ticket.updatedAt}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
