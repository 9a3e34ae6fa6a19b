using System.ComponentModel.DataAnnotations;

namespace PaperDigest.Accounts;

/// <summary>Who may have an account (section <c>Accounts</c>).</summary>
internal sealed class AccountsOptions
{
    /// <summary>Whether an address without an account is mailed a link that makes one. Without it only <c>admin add</c> makes accounts.</summary>
    public bool Open { get; set; } = true;

    /// <summary>The most sign-in mails in an hour to all addresses together, so that the form is no way to mail the world.</summary>
    [Range(1, 1_000_000)]
    public int MailsAnHour { get; set; } = 600;
}
