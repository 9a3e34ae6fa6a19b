namespace PaperDigest.Smtp;

/// <summary>Why a message never reached the point at which the relay could have taken it.</summary>
public enum HandOverFailure
{
    /// <summary>No connection: name not found, refused, no route.</summary>
    Unreachable,

    /// <summary>The relay did not want to talk: a greeting or EHLO other than yes.</summary>
    RelayRefused,

    /// <summary>The relay said 421: it is closing the connection.</summary>
    RelayClosing,

    /// <summary>TLS was not offered, or its certificate, name or handshake failed.</summary>
    TlsFailed,

    /// <summary>Credentials were refused, no known mechanism was offered, or sending them would have exposed them.</summary>
    AuthenticationFailed,

    ConnectionLost,

    TimedOut,

    /// <summary>The relay answered something that is no SMTP, or out of turn.</summary>
    ProtocolViolated,

    /// <summary>The mail folder could not be written.</summary>
    FolderNotWritable,
}
