// Ends a command with one sentence on a Node that can't read TypeScript. npm runs the pinned Node 24 where it is installed.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Máy này (${process.platform} ${process.arch}) cần cài Node 24 trở lên từ nodejs.org rồi chạy lại; hiện có Node ${process.versions.node}.`,
  );
  process.exit(1);
}
