package shopcrew.bot.command;
