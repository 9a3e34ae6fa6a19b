using System.ComponentModel.DataAnnotations;
using PaperDigest.Smtp.Mime;

namespace PaperDigest.Mail;

/// <summary>Whom mail comes from (section <c>Mail</c>).</summary>
internal sealed class MailOptions : IValidatableObject
{
    /// <summary>An address, or a name with the address in angle brackets.</summary>
    [Required]
    public string From { get; set; } = "PaperDigest <digest@localhost.localdomain>";

    /// <summary>
    /// The domain to which undeliverable mail returns, each message to an address of its own. Absent: it returns to
    /// <see cref="From"/>.
    /// </summary>
    public string? BounceDomain { get; set; }

    /// <summary><see cref="From"/> as it goes into messages.</summary>
    public Mailbox Sender => Read(From) ?? throw new InvalidOperationException("Mail:From was not validated.");

    /// <summary>The domain of <see cref="From"/>; Message-ID and List-ID are made in it.</summary>
    public string SenderDomain => Sender.Address[(Sender.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Read(From) is null)
            yield return new ValidationResult("must be an address, alone or as in: PaperDigest <digest@example.org>", [nameof(From)]);
        if (!string.IsNullOrEmpty(BounceDomain) && Read($"b@{BounceDomain}") is null)
            yield return new ValidationResult("must be a domain, such as bounces.example.org.", [nameof(BounceDomain)]);
    }

    private static Mailbox? Read(string text)
    {
        var open = text.LastIndexOf('<');
        var bracketed = open >= 0 && text.EndsWith('>');
        try
        {
            return bracketed ? new Mailbox(text[(open + 1)..^1], text[..open].Trim().Trim('"')) : new Mailbox(text.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
