namespace PaperDigest.Accounts;

/// <summary>What everybody may know of a person who chose a public name.</summary>
/// <param name="Id">The account's id, for looking up what the person did; never shown.</param>
/// <param name="Name">The public name.</param>
/// <param name="Role">What the person may do here.</param>
/// <param name="Since">When the account was made.</param>
public sealed record PublicPerson(Guid Id, string Name, AccountRole Role, DateTimeOffset Since)
{
    /// <summary>The address of the page of whoever has that name.</summary>
    public static string PathOf(string name) => $"/people/{Uri.EscapeDataString(name)}";
}
