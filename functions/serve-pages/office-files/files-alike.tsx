import { fileStem } from '#shared/tables/file-stem.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { isOfOffice, type OfficeFeed } from './office-feeds.ts';

const MOST_NAMED = 20;

/** The office's other files of nearly the same name whose rows count, the latest first. */
export const filesAlike = (file: string, all: readonly Drop[]): readonly string[] =>
  all
    .filter((other) => other.state === 'read' && isOfOffice(other.file) && other.file !== file)
    .filter((other) => fileStem(other.file) === fileStem(file))
    .slice(0, MOST_NAMED)
    .map((other) => other.file);

/** Only a file of exactly the same name replaces rows, so that a wrong one of nearly the same name has to be taken back. */
export function FilesAlike({ feed, files }: { readonly feed: OfficeFeed; readonly files: readonly string[] }) {
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
            <a class="govuk-link" href={`/office/files/receipt?feed=${feed}&file=${encodeURIComponent(file)}`}>
              {file}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
