# Programs that the commands need. What is missing is installed where that needs nobody's consent (apt-get as root);
# elsewhere the line that installs it is printed, and the command stops.

require_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  if ! command -v dotnet >/dev/null; then
    fail "the .NET SDK is missing" "Install .NET SDK $wanted or a later 10.0 feature band: https://dotnet.microsoft.com/download/dotnet/10.0"
  fi
  if ! dotnet --version >/dev/null 2>&1; then
    fail "no installed .NET SDK satisfies global.json" "Install .NET SDK $wanted or a later 10.0 feature band: https://dotnet.microsoft.com/download/dotnet/10.0"
  fi
}

require_java() {
  # macOS has a java that only says that there is none.
  if ! java -version >/dev/null 2>&1; then
    install_program "a Java runtime" openjdk-17-jre-headless java-17-openjdk-headless openjdk@17
  fi
}

require_npm() {
  if ! command -v npm >/dev/null; then
    install_program "npm" npm npm node
  fi
}

# Native AOT links with one of them.
require_c_compiler() {
  if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    install_program "a C compiler" build-essential gcc llvm
  fi
}

# install_program <what> <Debian's name> <Fedora's name> <Homebrew's name>
install_program() {
  local what=$1 debian=$2 fedora=$3 brew=$4
  if command -v apt-get >/dev/null; then
    if [[ $(id -u) -ne 0 ]]; then
      fail "$what is missing" "sudo apt-get install -y --no-install-recommends $debian"
    fi
    note "Installing $debian"
    apt_install "$debian" || fail "$what could not be installed" "apt-get install -y --no-install-recommends $debian"
  elif command -v dnf >/dev/null; then
    fail "$what is missing" "sudo dnf install -y $fedora"
  elif command -v brew >/dev/null; then
    fail "$what is missing" "brew install $brew"
  else
    fail "$what is missing" "Install it with your system's package manager, and see that it stands on the PATH."
  fi
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -qq --no-install-recommends "$1" >&2 </dev/null && return
  # The list of packages may be old or absent.
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "$1" >&2 </dev/null
}
