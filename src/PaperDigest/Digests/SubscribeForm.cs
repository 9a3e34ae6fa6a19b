using System.Globalization;
using Microsoft.Extensions.Primitives;
using PaperDigest.Mail;
using PaperDigest.Smtp.Mime;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Digests;

/// <summary>
/// The fields of the subscription forms as they were typed, with what is wrong with them. What a form leaves out takes its usual
/// value, so that a form of one field works.
/// </summary>
public sealed record SubscribeForm(string Email, string Cadence, string Hour, string TimeZone, IReadOnlyList<string> Topics)
{
    /// <summary>More would be a saved search, and a header that no reader could take in.</summary>
    private const int MostTopics = 20;

    private static readonly char[] Separators = [',', ' ', ';'];

    public static SubscribeForm Empty { get; } = new("", "daily", DigestWishes.UsualHour.ToString(CultureInfo.InvariantCulture), "UTC", []);

    public static SubscribeForm Read(IFormCollection form) => new(
        form["email"].ToString().Trim(), Or(form["cadence"], Empty.Cadence), Or(form["hour"], Empty.Hour),
        Or(form["time_zone"], Empty.TimeZone),
        [.. form["topics"].SelectMany(t => t!.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase)]);

    /// <summary>What is wrong, a sentence for each field; empty when the form can be acted upon.</summary>
    public IReadOnlyList<FormProblem> Problems => [.. AddressProblem(), .. WishProblems()];

    /// <summary>What is wrong apart from the address.</summary>
    public IEnumerable<FormProblem> WishProblems()
    {
        if (Cadence != "daily")
            yield return new("cadence", "Digests come daily for now. Weekly and monthly ones are not there yet.");
        if (ReadHour() is null)
            yield return new("hour", "Choose an hour between 0 and 23.");
        if (!TimeZoneName.TryFind(TimeZone, out _))
            yield return new(
                "time_zone", $"There is no time zone “{Short(TimeZone)}”. Choose one from the list, such as Europe/Berlin.");
        if (Topics.Count > MostTopics)
            yield return new("topics", $"Choose {MostTopics} categories at most, or none for all papers.");
        foreach (var topic in Topics.Where(t => !ArxivCategory.TryCanonical(t, out _)).Take(1))
            yield return new("topics", $"“{Short(topic)}” is not an arXiv category such as cs.CL.");
    }

    /// <summary>The address in the form in which mail is sent to it.</summary>
    public string Address => MailAddressSyntax.Read(Email).Address;

    /// <summary>The choices of a form without <see cref="WishProblems"/>.</summary>
    public DigestWishes Wishes => new(
        Digests.Cadence.Daily, ReadHour() ?? DigestWishes.UsualHour, TimeZone,
        [.. Topics.Select(t => ArxivCategory.TryCanonical(t, out var category) ? category : t).Distinct().Order(StringComparer.Ordinal)]);

    private IEnumerable<FormProblem> AddressProblem()
    {
        if (Email.Length == 0)
        {
            yield return new("email", "Type the address to which the digest should go.");
            yield break;
        }
        if (AddressWords.Problem(MailAddressSyntax.Read(Email).Verdict) is { } sentence) yield return new("email", sentence);
    }

    private int? ReadHour() =>
        int.TryParse(Hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 23 ? hour : null;

    private static string Or(StringValues typed, string usual) => typed.ToString() is { Length: > 0 } text ? text.Trim() : usual;

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

/// <summary>What is wrong with a field of a form, for its reader.</summary>
public sealed record FormProblem(string Field, string Sentence);
