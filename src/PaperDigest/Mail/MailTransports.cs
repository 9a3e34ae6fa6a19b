using Microsoft.Extensions.Options;
using PaperDigest.Database;
using PaperDigest.Smtp;

namespace PaperDigest.Mail;

/// <summary>
/// Opens what the settings name: a connection to the mail server, or without one the folder <c>mail</c> in the data folder.
/// </summary>
internal sealed class MailTransports(IOptions<SmtpOptions> options, DataFolder data)
{
    /// <summary>For one sender at a time; nothing is connected before the first message.</summary>
    public IMailTransport Open() => options.Value is { HasServer: true } server
        ? new SmtpTransport(new SmtpSettings
        {
            Host = server.Host!, Port = server.Port, Security = server.Security,
            User = string.IsNullOrEmpty(server.User) ? null : server.User,
            Password = string.IsNullOrEmpty(server.Password) ? null : server.Password,
        })
        : new FolderTransport(data.Within("mail"));
}
