/**
 * Sends several files of a form one after another, each directly into the inbox, and shows which one is being sent. A
 * single file is sent by the form itself.
 */
export function sendMany(form) {
  const input = form.querySelector('input[type=file]');
  const status = form.querySelector('[role=status]');
  const { url, fields } = JSON.parse(form.dataset.many);
  input.multiple = true;
  form.addEventListener('submit', async (event) => {
    const files = [...input.files];
    if (files.length < 2) return;
    event.preventDefault();
    const failed = [];
    for (const [place, file] of files.entries()) {
      status.textContent = `Đang gửi ${place + 1} trong ${files.length}: ${file.name}`;
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append('file', file);
      // The inbox does not answer a script of another origin, so the list of files shows what
      // arrived
      await fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => failed.push(file.name));
    }
    if (failed.length > 0) {
      status.textContent = `Chưa gửi được: ${failed.join(', ')}. Hãy gửi lại các tệp này.`;
      return;
    }
    const sent = files.map(({ name }) => name).join('\n');
    location.assign(`${form.dataset.afterwards}&${new URLSearchParams({ sent })}`);
  });
}
