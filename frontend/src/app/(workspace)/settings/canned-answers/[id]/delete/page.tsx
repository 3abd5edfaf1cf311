import { DeleteQuestion } from '../../delete-question.tsx';

export default async function DeletePage({ params }: { params: Promise<{ id: string }> }) {
  return <DeleteQuestion id={(await params).id} />;
}
