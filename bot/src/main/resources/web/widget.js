// The shop's chat on a shop's own site. One line there is enough:
//   <script src="https://<the bot's address>/widget.js" async></script>
// It adds a button; the button opens the chat in a frame. The shop's site sees nothing of the chat.
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const language = (script.dataset.language ?? document.documentElement.lang ?? "zh").startsWith("en") ? "en" : "zh";
  const corner = "position:fixed;right:16px;z-index:2147483000;";

  fetch(`${home}/words/${language}.json`)
    .then((answer) => answer.json())
    .then((words) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words["widget.open"];
      button.style.cssText = `${corner}bottom:16px;min-height:52px;padding:8px 20px;border:0;border-radius:26px;
        background:#14532d;color:#fff;font:700 18px sans-serif;cursor:pointer`;
      let frame = null;
      button.addEventListener("click", () => {
        if (!frame) {
          frame = document.createElement("iframe");
          frame.src = `${home}/chat?language=${language}`;
          frame.title = words["title.chat"];
          frame.style.cssText = `${corner}bottom:80px;width:min(400px,calc(100vw - 32px));
            height:min(640px,calc(100vh - 100px));border:2px solid #14532d;border-radius:14px;background:#fff`;
          document.body.append(frame);
        } else frame.hidden = !frame.hidden;
        frame.style.display = frame.hidden ? "none" : "block";
        button.textContent = words[frame.hidden ? "widget.open" : "widget.close"];
      });
      document.body.append(button);
    });
})();
