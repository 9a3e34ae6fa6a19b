using System.ComponentModel.DataAnnotations;
using PaperDigest.Smtp;

namespace PaperDigest.Mail;

/// <summary>The mail server that takes our messages (section <c>Smtp</c>). Without a host they are written to the data folder.</summary>
internal sealed class SmtpOptions : IValidatableObject
{
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>Connections that one process keeps busy at once; as many messages may be in doubt after a crash.</summary>
    [Range(1, 64)]
    public int Connections { get; set; } = 2;

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HasServer && Host!.Any(c => c is <= ' ' or > '~'))
            yield return new ValidationResult("must be a host name or an address, without spaces.", [nameof(Host)]);
        if (!Enum.IsDefined(Security))
            yield return new ValidationResult("must be None, StartTls or Tls.", [nameof(Security)]);
        if (!string.IsNullOrEmpty(User) && string.IsNullOrEmpty(Password))
            yield return new ValidationResult("must be set when Smtp:User is.", [nameof(Password)]);
        if (!string.IsNullOrEmpty(Password) && string.IsNullOrEmpty(User))
            yield return new ValidationResult("must be set when Smtp:Password is.", [nameof(User)]);
    }
}
