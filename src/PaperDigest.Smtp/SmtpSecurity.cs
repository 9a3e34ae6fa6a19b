namespace PaperDigest.Smtp;

/// <summary>How the connection to the relay is protected. There is no "if offered": what is asked for is had, or nothing is sent.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all; for a relay on this machine or a trusted network.</summary>
    None,

    /// <summary>TLS begun within the connection (RFC 3207), usually on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first octet (RFC 8314), usually on port 465.</summary>
    Tls,
}
