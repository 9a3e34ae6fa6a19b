using Microsoft.Extensions.Options;
using PaperDigest.Hosting;
using PaperDigest.Mail;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Digests;

/// <summary>Renders a digest once for all who get the same papers, and writes each subscriber's copy of it.</summary>
internal sealed class DigestPress(
    ComponentMarkup markup, SubscriptionLinks links, MailWriter writer, IOptions<SiteOptions> site, IOptions<MailOptions> mail)
{
    public async Task<DigestTemplate> RenderAsync(DigestContent content)
    {
        var view = new DigestView(content, site.Value, DigestTemplate.Marks);
        var html = await markup.OfAsync<DigestEmail>(nameof(DigestEmail.View), view);
        return new DigestTemplate(content.Subject, DigestText.Of(view), html);
    }

    /// <summary>The copy of one subscriber, with the delivery's id in its Message-ID.</summary>
    public OutgoingMail Write(DigestTemplate template, DigestReader reader, Guid delivery, DateTimeOffset now)
    {
        var own = new DigestLinks(reader.Wishes.When, links.Manage(reader.Subscription), links.Unsubscribe(reader.Subscription));
        var draft = new MailDraft(delivery, MailKind.Digest, new Mailbox(reader.Email), template.Subject)
        {
            Text = template.TextFor(own), Html = template.HtmlFor(own),
            Headers =
            [
                MessageHeader.ListId($"{site.Value.Name} daily", $"daily.digest.{mail.Value.SenderDomain}"),
                MessageHeader.Links("List-Unsubscribe", new Uri(own.Unsubscribe)),
                MessageHeader.OneClickUnsubscribe,
                MessageHeader.Links("List-Archive", new Uri(site.Value.Link("/digests"))),
            ],
        };
        return writer.Write(draft, now);
    }
}

/// <summary>To whom a digest goes.</summary>
internal sealed record DigestReader(Guid Subscription, string Email, DigestWishes Wishes);
