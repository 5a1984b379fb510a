const SIGNED_OUT = 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại ở một cửa sổ khác, rồi bấm gửi lần nữa.';
const UNREACHED = 'Chưa gửi được: không kết nối được. Hãy kiểm tra mạng rồi bấm gửi lần nữa.';
/** A form is replaced this long before its end, so that it outlasts the sending. */
const MARGIN_MS = 60_000;

/**
 * Sends the files of a form one after another, each directly into the inbox, and shows which one is being sent. Then the
 * desk takes them in and says which did not arrive. A form whose time is over is replaced by a new one before.
 */
export function sendMany(form) {
  const input = form.querySelector('input[type=file]');
  const status = form.querySelector('[role=status]');
  const say = (text) => {
    status.textContent = text;
  };
  let opened = performance.now();
  input.multiple = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { mostBytes, mostFiles, seconds } = form.dataset;
    const files = [...input.files];
    const tooLarge = files.filter(({ size }) => size > Number(mostBytes)).map(({ name }) => name);
    if (tooLarge.length > 0) return say(`Tệp quá lớn, hãy chia nhỏ rồi gửi: ${tooLarge.join(', ')}.`);
    if (files.length > Number(mostFiles)) return say(`Mỗi lần gửi nhiều nhất ${mostFiles} tệp.`);
    if (performance.now() - opened > Number(seconds) * 1000 - MARGIN_MS) {
      const refusal = await renew(form).catch(() => UNREACHED);
      if (refusal !== undefined) return say(refusal);
      opened = performance.now();
    }
    await sendEach(files, form, say);
  });
}

/** Puts the fields of a new form into this one. @returns why there is no new form */
async function renew(form) {
  const answer = await fetch(location.pathname, { redirect: 'manual' });
  if (!answer.ok) return SIGNED_OUT;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById(form.id);
  for (const { name, value } of fresh.querySelectorAll('input[type=hidden]')) form.elements[name].value = value;
  form.dataset.many = fresh.dataset.many;
  const then = document.getElementById(form.dataset.then);
  for (const { name, value } of page.getElementById(then.id).querySelectorAll('input'))
    then.elements[name].value = value;
  return undefined;
}

async function sendEach(files, form, say) {
  const { url, fields } = JSON.parse(form.dataset.many);
  const failed = [];
  for (const [place, file] of files.entries()) {
    say(`Đang gửi ${place + 1} trong ${files.length}: ${file.name}`);
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', file);
    // The inbox does not answer a script of another origin, so the desk looks what arrived
    await fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => failed.push(file.name));
  }
  if (failed.length > 0) return say(`Chưa gửi được: ${failed.join(', ')}. Hãy gửi lại các tệp này.`);
  const then = document.getElementById(form.dataset.then);
  for (const { name } of files) {
    const sent = document.createElement('input');
    Object.assign(sent, { type: 'hidden', name: 'sent', value: name });
    then.append(sent);
  }
  then.submit();
}
