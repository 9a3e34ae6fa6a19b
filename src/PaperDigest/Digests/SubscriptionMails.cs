using Microsoft.Extensions.Options;
using PaperDigest.Hosting;
using PaperDigest.Mail;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Digests;

/// <summary>Writes the mails that the subscription form sends: the question to confirm, and word that the address is subscribed.</summary>
internal sealed class SubscriptionMails(
    SubscriptionLinks links, ComponentMarkup markup, MailWriter writer, IOptions<SiteOptions> site)
{
    private string Name => site.Value.Name;

    /// <summary>Asks whether the digest is wanted, with a link to the page on which it is confirmed.</summary>
    public Task<OutgoingMail> ConfirmationAsync(Subscription subscription, DateTimeOffset now) => WriteAsync(
        subscription, now, $"Confirm your daily digest from {Name}",
        new Letter(
            "One click to go",
            [
                $"Somebody, probably you, asked {Name} to send a daily digest of research papers to this address.",
                $"It would hold the trending papers {subscription.Wishes.About} and come {subscription.Wishes.When}.",
            ],
            new("Confirm the digest", links.Confirm(subscription.Id, now)),
            [
                $"The link works for {SubscriptionLinks.ConfirmationLife.TotalDays:0} days and opens a page that asks once more.",
                "If you did not ask for this, do nothing: without a confirmation nothing will be sent.",
            ]));

    /// <summary>Tells a subscriber who asked again that nothing needs to be done, and where the subscription is changed.</summary>
    public Task<OutgoingMail> ReminderAsync(Subscription subscription, DateTimeOffset now) => WriteAsync(
        subscription, now, $"You already get the daily digest from {Name}",
        new Letter(
            "You are subscribed already",
            [
                $"Somebody, probably you, asked {Name} again to send a daily digest to this address. Nothing was changed.",
                $"It holds the trending papers {subscription.Wishes.About} and comes {subscription.Wishes.When}.",
            ],
            new("Change or end the subscription", links.Manage(subscription.Id)),
            ["If you did not ask for this, do nothing."]));

    private async Task<OutgoingMail> WriteAsync(Subscription subscription, DateTimeOffset now, string subject, Letter letter) =>
        writer.Write(
            new MailDraft(Guid.CreateVersion7(now), MailKind.Confirmation, new Mailbox(subscription.Email), subject)
            {
                Text = letter.Text, Html = await markup.OfAsync<LetterEmail>(nameof(LetterEmail.Letter), letter),
            },
            now);
}
