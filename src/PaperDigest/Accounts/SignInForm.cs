using PaperDigest.Hosting;
using PaperDigest.Mail;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Accounts;

/// <summary>The sign-in form as it was typed.</summary>
/// <param name="Email">What stands in the field.</param>
/// <param name="Return">The page to go to once signed in; a path of this site, or null.</param>
internal sealed record SignInForm(string Email, string? Return)
{
    public static SignInForm Read(IFormCollection form) => new(form["email"].ToString().Trim(), Back(form["return"]));

    /// <summary><paramref name="asked"/> where it is a page of this site.</summary>
    public static string? Back(string? asked) => LocalPath.Or(asked, "") is { Length: > 0 } path ? path : null;

    /// <summary>What is wrong with the address; null when mail can be sent to it.</summary>
    public string? Problem =>
        Email.Length == 0 ? "Type the address to which the link should go." : AddressWords.Problem(MailAddressSyntax.Read(Email).Verdict);

    /// <summary>The address in the form in which mail is sent to it.</summary>
    public string Address => MailAddressSyntax.Read(Email).Address;
}
