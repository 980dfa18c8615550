#!/bin/bash
# Is the host in this container ready? The images carry no curl; bash can speak enough HTTP by itself.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 2 status <&3
[[ $status == *" 200 "* ]]
