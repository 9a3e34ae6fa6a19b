using Microsoft.Extensions.Options;
using PaperDigest.Hosting;
using PaperDigest.Mail;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Accounts;

/// <summary>Writes the mails that the sign-in form sends: the link, and word that an address has no account where no new ones are made.</summary>
internal sealed class SignInMails(ComponentMarkup markup, MailWriter writer, IOptions<SiteOptions> site)
{
    /// <summary>How long a mailed link works.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(30);

    private string Name => site.Value.Name;

    /// <summary>The link; <paramref name="path"/> holds the token. It says the same to who has an account and to who will get one by it.</summary>
    public Task<OutgoingMail> LinkAsync(string address, string path, DateTimeOffset now) => WriteAsync(
        address, now, $"Sign in to {Name}",
        new Letter(
            $"Sign in to {Name}",
            ["Somebody, probably you, asked for a link to sign in with this address."],
            new("Sign in", site.Value.Link(path)),
            [
                $"The link works once, for {LinkLife.TotalMinutes:0} minutes, and opens a page that asks once more. Keep it to yourself: whoever has it is signed in as you.",
                "If you did not ask for this, do nothing: nobody is signed in without the link.",
            ]));

    /// <summary>That there is no account for the address, and that this site makes none by mail.</summary>
    public Task<OutgoingMail> ClosedAsync(string address, DateTimeOffset now) => WriteAsync(
        address, now, $"No account for this address at {Name}",
        new Letter(
            "There is no account for this address",
            [
                $"Somebody, probably you, asked {Name} for a link to sign in with this address. It has no account there.",
                "New accounts are made by the people who run the site. Reading and subscribing need none.",
            ],
            new($"To {Name}", site.Value.Link("/")),
            ["If you did not ask for this, do nothing."]));

    private async Task<OutgoingMail> WriteAsync(string address, DateTimeOffset now, string subject, Letter letter) =>
        writer.Write(
            new MailDraft(Guid.CreateVersion7(now), MailKind.SignIn, new Mailbox(address), subject)
            {
                Text = letter.Text, Html = await markup.OfAsync<LetterEmail>(nameof(LetterEmail.Letter), letter), OfUse = LinkLife,
            },
            now);
}
