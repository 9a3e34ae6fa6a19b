using Microsoft.Extensions.Options;
using PaperDigest.Hosting;
using PaperDigest.Mail;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Community;

/// <summary>Writes the mail that gathers a person's unread notices.</summary>
internal sealed class NoticeLetters(ComponentMarkup markup, MailWriter writer, NoticeWishes wishes, IOptions<SiteOptions> site)
{
    /// <summary>Notices that a mail names.</summary>
    private const int Named = 20;

    public async Task<OutgoingMail> WriteAsync(DueReader reader, IReadOnlyList<NoticeView> notices, DateTimeOffset now)
    {
        var off = site.Value.Link(wishes.PathOff(reader.Account));
        var subject = notices.Count == 1 ? $"{notices[0].Sentence.TrimEnd(':')} a paper, on {site.Value.Name}" : $"{Count(notices)} notifications from {site.Value.Name}";
        var letter = new Letter(
            notices.Count == 1 ? "One thing happened" : "What happened",
            [.. notices.Take(Named).Select(Line), .. notices.Count > Named ? (string[])["And more."] : []],
            new("See them all", site.Value.Link(NoticeBox.Page)),
            ["You get this once a day at most, and only when something happened.", $"To get no more of these mails: {off}"]);
        var draft = new MailDraft(Guid.CreateVersion7(now), MailKind.Notices, new Mailbox(reader.Email), subject)
        {
            Text = letter.Text, Html = await markup.OfAsync<LetterEmail>(nameof(LetterEmail.Letter), letter),
            Headers = [MessageHeader.Links("List-Unsubscribe", new Uri(off)), MessageHeader.OneClickUnsubscribe],
        };
        return writer.Write(draft, now);
    }

    private static string Line(NoticeView notice) =>
        $"{notice.Sentence} {notice.PaperTitle ?? "a paper"}.{(notice.Words is { } words ? $" {words}" : "")}";

    private static string Count(IReadOnlyList<NoticeView> notices) => notices.Count > Named ? $"More than {Named}" : $"{notices.Count}";
}
