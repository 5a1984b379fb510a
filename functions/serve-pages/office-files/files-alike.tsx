import { fileStem } from '#shared/tables/file-stem.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { type FileSender, nameIn, type SentFeed } from './file-sender.ts';
import { Link } from '../layout/components.tsx';

const MOST_NAMED = 20;

/** The sender's other files of nearly the same name whose rows count, the latest first. */
export const filesAlike = (file: string, all: readonly Drop[], sender: FileSender): readonly string[] =>
  all
    .filter(({ state }) => state === 'read')
    .flatMap((other) => nameIn(sender, other.file) ?? [])
    .filter((name) => name !== file && fileStem(name) === fileStem(file))
    .slice(0, MOST_NAMED);

interface AlikeProps {
  readonly desk: FileSender['desk'];
  readonly feed: SentFeed;
  readonly files: readonly string[];
}

/** Only a file of exactly the same name replaces rows, so that a wrong one of nearly the same name has to be taken back. */
export function FilesAlike({ desk, feed, files }: AlikeProps) {
  if (files.length === 0) return undefined;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        Tệp có tên gần giống cũng đang được tính. Nếu đó là tệp sai mà tệp này sửa lại, hãy mở biên nhận của tệp sai,
        chọn “Bỏ cả tệp này”.
      </p>
      <ul class="govuk-list">
        {files.map((file) => (
          <li>
            <Link to={`/${desk}/files/receipt?feed=${feed}&file=${encodeURIComponent(file)}`}>{file}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
